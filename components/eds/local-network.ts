export type LocalNetwork = 'granted' | 'prompt' | 'denied' | 'open'

/** Chrome renamed the permission; a browser that asks for none knows neither name. */
const NAMES = ['loopback-network', 'local-network-access']

/**
 * Whether the browser lets this page reach programs on the same computer. Chrome asks since version 142, of
 * WebSockets since 147; without the permission a socket fails as if nothing listened. `open`: nothing is asked.
 */
export async function localNetwork(): Promise<LocalNetwork> {
  for (const name of NAMES) {
    try {
      // TypeScript's list of names lags behind the browsers'.
      const { state } = await navigator.permissions.query({ name: name as PermissionName })
      // Pages of this very computer are not asked.
      if (state === 'prompt' && isOnThisComputer(window.location.hostname)) return 'open'
      return state
    } catch {
      // Not a permission of this browser: the next name.
    }
  }
  return 'open'
}

function isOnThisComputer(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host.startsWith('127.')
}
