const MAX_LENGTH = 200

/** Extensions that a picked file may carry; one that does not fit its bytes is replaced. */
const KNOWN = ['jpg', 'jpeg', 'jpe', 'jfif', 'png', 'pdf', 'zip', 'doc', 'docx']

/** The last part of a name after its dot, in small letters; '' when there is none. */
export function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
}

/**
 * The name a document is kept under: without folders, soft hyphens and other invisible signs, at most 200
 * letters, its extension one that fits the bytes. Letters of any language stay; letters and their marks are
 * joined (macOS parts й into two).
 */
export function cleanFileName(raw: string, extensions: readonly string[], fallback: string): string {
  const visible = (raw.split(/[/\\]/).at(-1) ?? '')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
  const given = extensionOf(visible)
  const stem = KNOWN.includes(given) ? visible.slice(0, -given.length - 1) : visible
  const extension = extensions.includes(given) ? given : (extensions[0] ?? '')
  const letters = Array.from(stem.replace(/^[.\s]+|[.\s]+$/gu, '') || fallback)
  return `${letters
    .slice(0, MAX_LENGTH - extension.length - 1)
    .join('')
    .trim()}.${extension}`
}

/** Content-Disposition for a name in any letters (RFC 6266, RFC 5987). */
export function disposition(kind: 'inline' | 'attachment', name: string): string {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="document.${extensionOf(name) || 'bin'}"; filename*=UTF-8''${encoded}`
}
