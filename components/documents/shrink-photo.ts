const WORTH_IT_FROM = 1.5 * 1024 * 1024
/** An A4 page stays readable and printable: about 220 dots per inch. */
const LONG_SIDE = 2560

/** A big phone photo, drawn anew with fewer dots; the file itself when that fails or saves nothing. */
export async function shrinkPhoto(file: File): Promise<File> {
  if (file.size < WORTH_IT_FROM || !/^image\/(jpeg|png)$/.test(file.type)) return file
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, LONG_SIDE / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    const pen = canvas.getContext('2d')
    if (!pen) return file
    // What is clear in a PNG would turn black.
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const small = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85))
    if (small?.type !== 'image/jpeg' || small.size >= file.size) return file
    return new File([small], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' })
  } catch {
    return file
  }
}
