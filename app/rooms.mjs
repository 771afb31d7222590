/** The rooms whose pages have scripts (`/kk/<room>/…`). Everything else is public or absent and runs none. */
export const ROOMS = [
  'login',
  'register',
  'password',
  'confirm',
  'invitation',
  'verify',
  'statistics',
  'cabinet',
  'work',
  'admin',
]
