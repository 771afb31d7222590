/** Where a reader may write; a setting, shown on every page. */
export { helpMail } from '@/lib/platform/env'
