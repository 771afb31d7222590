import 'server-only'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { createPresignedPost } from '@aws-sdk/s3-presigned-post'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { env } from './env'

let cached: S3Client | undefined

function store(): S3Client {
  cached ??= new S3Client({
    endpoint: env().S3_ENDPOINT,
    region: env().S3_REGION,
    credentials: { accessKeyId: env().S3_ACCESS_KEY_ID, secretAccessKey: env().S3_SECRET_ACCESS_KEY },
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 3_000, requestTimeout: 30_000 },
  })
  return cached
}

export async function putObject(key: string, body: Uint8Array, mediaType: string): Promise<void> {
  await store().send(
    new PutObjectCommand({ Bucket: env().S3_BUCKET, Key: key, Body: body, ContentType: mediaType }),
  )
}

/** The bytes, `absent`, or `tooLarge` without reading more than `maxBytes`. */
export async function getObject(key: string, maxBytes: number): Promise<Uint8Array | 'absent' | 'tooLarge'> {
  try {
    const answer = await store().send(new GetObjectCommand({ Bucket: env().S3_BUCKET, Key: key }))
    if (!answer.Body) return 'absent'
    if ((answer.ContentLength ?? 0) > maxBytes) {
      if ('destroy' in answer.Body) answer.Body.destroy()
      return 'tooLarge'
    }
    const bytes = await answer.Body.transformToByteArray()
    return bytes.length > maxBytes ? 'tooLarge' : bytes
  } catch (error) {
    if (error instanceof NoSuchKey) return 'absent'
    throw error
  }
}

export async function objectExists(key: string): Promise<boolean> {
  try {
    await store().send(new HeadObjectCommand({ Bucket: env().S3_BUCKET, Key: key }))
    return true
  } catch (error) {
    if (error instanceof NotFound) return false
    throw error
  }
}

export async function deleteObject(key: string): Promise<void> {
  await store().send(new DeleteObjectCommand({ Bucket: env().S3_BUCKET, Key: key }))
}

/**
 * Deletes an object that was listed as old, unless it was written anew since: a page of a listing takes its time,
 * and whoever wrote counts on the bytes. False when nothing was deleted.
 */
export async function deleteOld(key: string, before: Date): Promise<boolean> {
  try {
    const { LastModified } = await store().send(new HeadObjectCommand({ Bucket: env().S3_BUCKET, Key: key }))
    if (LastModified === undefined || LastModified >= before) return false
  } catch (error) {
    if (error instanceof NotFound) return false
    throw error
  }
  await deleteObject(key)
  return true
}

export type PostForm = { url: string; fields: Record<string, string> }

/**
 * A form that a browser posts straight to the store, its file last and named `file`; `${filename}` in the key
 * becomes the file's own name. `onceStored` says where the store sends the browser, or how it answers a script.
 */
export async function presignPost(
  key: string,
  maxBytes: number,
  onceStored: { success_action_redirect: string } | { success_action_status: '201' },
  seconds: number,
): Promise<PostForm> {
  const { url, fields } = await createPresignedPost(store(), {
    Bucket: env().S3_BUCKET,
    Key: key,
    Conditions: [['content-length-range', 0, maxBytes]],
    Fields: { ...onceStored },
    Expires: seconds,
  })
  return { url, fields }
}

/** A short-lived link to one object, shown under the given file name. */
export function presignGet(key: string, disposition: string, mediaType: string): Promise<string> {
  return getSignedUrl(
    store(),
    new GetObjectCommand({
      Bucket: env().S3_BUCKET,
      Key: key,
      ResponseContentDisposition: disposition,
      ResponseContentType: mediaType,
    }),
    { expiresIn: 60 },
  )
}

/** Keys under a prefix that were last written before `before`, page by page. */
export async function* listObjects(prefix: string, before: Date): AsyncGenerator<string[]> {
  for (let token: string | undefined; ; ) {
    const page = await store().send(
      new ListObjectsV2Command({ Bucket: env().S3_BUCKET, Prefix: prefix, ContinuationToken: token }),
    )
    const old = (page.Contents ?? []).filter((o) => o.LastModified !== undefined && o.LastModified < before)
    yield old.flatMap((o) => o.Key ?? [])
    if (!page.IsTruncated) return
    token = page.NextContinuationToken
  }
}

export async function storageIsUp(): Promise<boolean> {
  try {
    await store().send(new HeadBucketCommand({ Bucket: env().S3_BUCKET }))
    return true
  } catch {
    return false
  }
}
