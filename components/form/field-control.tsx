import { CheckboxField } from '@/components/ui/checkbox-field'
import { DateInput, type DateParts } from '@/components/ui/date-input'
import { RadioGroup } from '@/components/ui/radio-group'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import type { FieldError, FormField } from '@/lib/domain/form-state'
import { Reloading } from './reloading'
import { RowsControl } from './rows-control'

export type ControlTexts = { optional: string; choose: string; date: DateParts }

type Given = {
  field: FormField
  texts: ControlTexts
  /** What was typed at the last attempt; absent before the first. */
  values: Readonly<Record<string, string>> | undefined
  errors: readonly FieldError[]
  /** Keeps ids apart where several forms of a page have fields of one name. */
  idPrefix: string
  /** The id, without its prefix, of what gets the focus. */
  focus?: string
}

type Control = Given & { id: string; error: string | undefined }

/** One control of a form. A new kind does not compile until it is drawn here. */
export function FieldControl(props: Given) {
  const { field, errors, idPrefix } = props
  const Drawn = CONTROLS[field.kind]
  const error = errors.find((candidate) => candidate.field === field.name)?.message
  const drawn = <Drawn {...props} id={`${idPrefix}${field.name}`} error={error} />
  return field.reload ? <Reloading button={field.reload}>{drawn}</Reloading> : drawn
}

function frame({ field, id, texts, error }: Control) {
  const { name, label, hint, when } = field
  const said = when && (
    <>
      <span className="block scripted:hidden">{when.said}</span>
      {hint}
    </>
  )
  return { name, id, label, hint: said ?? hint, error, optional: field.optional ? texts.optional : undefined }
}

const typed = ({ field, values }: Control) => (values ? values[field.name] : field.value) ?? ''

const LINES = {
  text: { type: 'text' },
  email: { type: 'email' },
  tel: { type: 'tel', width: 'name' },
  digits: { type: 'text', inputMode: 'numeric', width: 'number' },
  number: { type: 'text', inputMode: 'numeric', width: 'number' },
  password: { type: 'password', width: 'name' },
} as const

function LineControl(props: Control & { kind: keyof typeof LINES }) {
  const { autoComplete, maxLength, unit, decimal } = props.field
  const keyboard = decimal ? { inputMode: 'decimal' as const } : {}
  // A password is never sent back to the page.
  const defaultValue = props.kind === 'password' ? '' : typed(props)
  const own = { autoComplete, maxLength, unit, defaultValue, ...keyboard }
  return <TextInput {...frame(props)} {...LINES[props.kind]} {...own} />
}

function DateControl(props: Control) {
  const { field, values, texts } = props
  const kept = field.value ?? ''
  // A whole date is kept as 2015-05-20, one not yet whole as typed: 20|5|.
  const [year = '', month = '', day = ''] = kept.includes('|') ? kept.split('|').reverse() : kept.split('-')
  const start = values
    ? {
        day: values[`${field.name}-day`] ?? '',
        month: values[`${field.name}-month`] ?? '',
        year: values[`${field.name}-year`] ?? '',
      }
    : { day, month, year }
  const autoComplete = field.autoComplete === 'bday' ? 'bday' : undefined
  return <DateInput {...frame(props)} labels={texts.date} defaultValue={start} autoComplete={autoComplete} />
}

const CONTROLS: Readonly<Record<FormField['kind'], (props: Control) => React.ReactNode>> = {
  text: (props) => <LineControl {...props} kind="text" />,
  email: (props) => <LineControl {...props} kind="email" />,
  tel: (props) => <LineControl {...props} kind="tel" />,
  digits: (props) => <LineControl {...props} kind="digits" />,
  number: (props) => <LineControl {...props} kind="number" />,
  password: (props) => <LineControl {...props} kind="password" />,
  date: DateControl,
  textarea: (props) => (
    <TextArea {...frame(props)} maxLength={props.field.maxLength} defaultValue={typed(props)} />
  ),
  select: (props) => {
    const { options = [] } = props.field
    return (
      <Select
        {...frame(props)}
        options={options}
        placeholder={props.texts.choose}
        defaultValue={typed(props)}
      />
    )
  },
  radio: (props) => (
    <RadioGroup {...frame(props)} options={props.field.options ?? []} defaultValue={typed(props)} />
  ),
  checkbox: (props) => <CheckboxField {...frame(props)} defaultChecked={typed(props) === 'yes'} />,
  rows: (props) =>
    props.field.rows && (
      <RowsControl
        name={props.field.name}
        rows={props.field.rows}
        idOf={(name) => `${props.idPrefix}${name}`}
        hint={frame(props).hint}
        error={props.error}
        focus={props.focus}
        draw={(cell) => <FieldControl key={cell.name} {...props} field={cell} />}
      />
    ),
  static: ({ field, id }) => (
    <dl className="mb-6" id={id}>
      <dt className="font-bold">{field.label}</dt>
      <dd>{field.value}</dd>
      {field.hint && <dd className="text-sm text-muted">{field.hint}</dd>}
    </dl>
  ),
}
