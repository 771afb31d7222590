import { randomBytes } from 'node:crypto'
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'

/**
 * A bucket for one test file, which sweeps: what it finds in nobody's use may be in that of another file. Call it at the
 * top, before the code under test first reads its settings.
 */
export async function ownBucket(): Promise<void> {
  const { S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID = '', S3_SECRET_ACCESS_KEY = '' } = process.env
  const store = new S3Client({
    endpoint: S3_ENDPOINT,
    region: S3_REGION,
    credentials: { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY },
    forcePathStyle: true,
  })
  const name = `swept-${randomBytes(6).toString('hex')}`
  await store.send(new CreateBucketCommand({ Bucket: name }))
  store.destroy()
  process.env.S3_BUCKET = name
}
