import '@/app/globals.css'

/** Never prerendered: the nonce of the content security policy is made for each request. */
export const dynamic = 'force-dynamic'

export { Room as default } from '../room'
