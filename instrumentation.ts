/** Runs once when the server starts: a bad setting stops the boot with a sentence that names it. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { checkStart } = await import('@/lib/platform/start')
  await checkStart()
  const { checkTrust } = await import('@/lib/signatures/trust')
  checkTrust()
}
