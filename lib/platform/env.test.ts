import { describe, expect, test } from 'vitest'
import { readEnv } from './env'

const SECRET = '0123456789abcdef0123456789abcdef'
const SETTINGS = {
  APP_URL: 'https://e.bilimal.kz',
  DATABASE_URL: 'postgresql://app@db.bilimal.kz/app',
  S3_ENDPOINT: 'https://store.bilimal.kz',
  S3_BUCKET: 'documents',
  S3_ACCESS_KEY_ID: 'id',
  S3_SECRET_ACCESS_KEY: 'key',
  RESEND_API_KEY: 'key',
  MAIL_FROM: 'E-Bilimal <no-reply@bilimal.kz>',
  AUTH_SECRET: SECRET,
  CRON_SECRET: SECRET,
}

describe('settings', () => {
  test('the address of the app has no slash at its end: papers and letters put a path after it', () => {
    expect(readEnv({ ...SETTINGS, APP_URL: 'https://e.bilimal.kz/' }).APP_URL).toBe('https://e.bilimal.kz')
  })

  test('the demo stands on this machine alone', () => {
    const local = {
      ...SETTINGS,
      APP_MODE: 'demo',
      APP_URL: 'http://localhost:3000',
      DATABASE_URL: 'postgresql://app@127.0.0.1:3001/app',
      S3_ENDPOINT: 'http://[::1]:3002',
    }
    expect(readEnv(local).APP_MODE).toBe('demo')
    expect(() => readEnv({ ...local, S3_ENDPOINT: 'http://127.elsewhere.example' })).toThrow('S3_ENDPOINT')
  })

  test('production is reached over https', () => {
    expect(() => readEnv({ ...SETTINGS, APP_URL: 'http://e.bilimal.kz' })).toThrow('https://')
  })

  test('keys are kept on the machine of whoever signs', () => {
    expect(readEnv(SETTINGS).NCALAYER_URL).toBe('wss://127.0.0.1:13579')
    expect(() => readEnv({ ...SETTINGS, NCALAYER_URL: 'wss://keys.example' })).toThrow('NCALAYER_URL')
  })

  test('production trusts no demo authority, and sends nothing to third parties by itself', () => {
    expect(() => readEnv({ ...SETTINGS, EDS_TRUST: 'demo' })).toThrow('EDS_TRUST')
    expect(readEnv(SETTINGS).EGOV_QR).toBe('off')
  })

  test('each missing one is named', () => {
    expect(() => readEnv({ ...SETTINGS, S3_BUCKET: '', AUTH_SECRET: 'short' })).toThrow(
      /S3_BUCKET is missing\nAUTH_SECRET is not right/,
    )
  })
})
