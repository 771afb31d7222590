import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { createPresignedPost } from '@aws-sdk/s3-presigned-post'
import { expect, test } from 'vitest'

const setting = (name: string) => process.env[name] ?? ''
const bucket = setting('S3_BUCKET')
const store = new S3Client({
  endpoint: setting('S3_ENDPOINT'),
  region: setting('S3_REGION'),
  credentials: { accessKeyId: setting('S3_ACCESS_KEY_ID'), secretAccessKey: setting('S3_SECRET_ACCESS_KEY') },
  forcePathStyle: true,
  requestChecksumCalculation: 'WHEN_REQUIRED',
  responseChecksumValidation: 'WHEN_REQUIRED',
})

async function textOf(key: string) {
  const answer = await store.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
  return answer.Body?.transformToString()
}

test('keeps an object', async () => {
  await store.send(new PutObjectCommand({ Bucket: bucket, Key: 'clean/1', Body: 'құжат' }))
  expect(await textOf('clean/1')).toBe('құжат')
})

test('takes the upload form of a page of the app, and sends the browser on', async () => {
  const redirect = `${setting('APP_URL')}/api/documents/1/uploaded`
  const { url, fields } = await createPresignedPost(store, {
    Bucket: bucket,
    Key: 'quarantine/1',
    Fields: { success_action_redirect: redirect },
  })
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', new File(['құжат'], 'туу туралы куәлік.txt'))
  const origin = setting('APP_URL')
  const answer = await fetch(url, { method: 'POST', body: form, redirect: 'manual', headers: { origin } })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toContain(redirect)
  expect(answer.headers.get('access-control-allow-origin')).toBe(origin)
  expect(await textOf('quarantine/1')).toBe('құжат')
})

test('answers the question a browser asks before an upload with progress, to the app alone', async () => {
  const ask = (origin: string) =>
    fetch(`${setting('S3_ENDPOINT')}/${bucket}`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    })
  expect((await ask(setting('APP_URL'))).status).toBe(200)
  expect((await ask('http://elsewhere.example')).status).toBe(403)
})
