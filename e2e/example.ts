import { type Answers, type ProfileValues, withProfile } from '@/lib/domain/answers'
import type { ServiceDefinition } from '@/lib/domain/service'
import { type Example, exampleAnswers } from '@/test/example-answers'
import type { Office, Offices } from './offices'
import type { Parent } from './people'

export type Given = { example: Example; answers: Answers; officeOf: (id: string) => Office }

type Choices = Readonly<Record<string, string>>

/** Whole answers of a family for any service, at organisations of the worker's own. */
export function exampleOf(
  service: ServiceDefinition,
  family: Parent,
  offices: Offices,
  choose: Choices = {},
): Given {
  const profile: ProfileValues = { ...family, residency: 'resident', relation: 'mother' }
  const organisations = {
    school: offices.school.id,
    sendingSchool: offices.sendingSchool.id,
    department: offices.department.id,
    akimat: offices.akimat.id,
  }
  const example: Example = { organisations, child: family.child, profile, choose }
  const officeOf = (id: string) => {
    const office = Object.values(offices).find((o) => o.id === id)
    if (!office) throw new Error(`there is no organisation ${id}`)
    return office
  }
  const answers = withProfile(service, exampleAnswers(service, example), profile)
  return { example, answers, officeOf }
}

/** The last of all options that the definition leaves to whoever fills it in. */
export function lastOptions(service: ServiceDefinition): Choices {
  const known = Object.values(service.subject ?? {})
  return Object.fromEntries(
    service.steps.flatMap((step) =>
      step.fields
        .filter((field) => !field.profile && !known.includes(`${step.key}.${field.key}`))
        .flatMap((field) => {
          const last = field.options?.at(-1)?.value
          return last ? [[`${step.key}.${field.key}`, last]] : []
        }),
    ),
  )
}
