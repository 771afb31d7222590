/** «1-й класс», «10-сынып», «065/у»: a number and its ending stay on one line, which narrow headings would part. */
export function Unbroken({ text }: { text: string }) {
  return text.split(/(\d[\d-]*[-/]\S+)/).map((part, index) =>
    index % 2 === 1 ? (
      <span key={part} className="whitespace-nowrap">
        {part}
      </span>
    ) : (
      part
    ),
  )
}
