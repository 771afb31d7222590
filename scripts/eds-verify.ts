import { verifyFile } from '@/lib/signatures/eds/cli'

// npm run eds:verify -- FILE …; EDS_OCSP_URL is asked about revocation in place of the certificate's own address.
const { exitCode, stdout, stderr } = await verifyFile(
  process.argv.slice(2),
  process.env.EDS_OCSP_URL || undefined,
)
process.stdout.write(stdout)
process.stderr.write(stderr)
process.exitCode = exitCode
