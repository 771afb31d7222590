import { childStep } from '@/lib/services/child-step'
import { homeSchooling } from '@/lib/services/home-schooling'
import { FILES, parentStep, selfStep, YES_NO } from '@/lib/services/shared-steps'
import type { ServiceDefinition } from './service'

const text = (s: string) => ({ kk: s, ru: s })

/** A service that uses everything a definition can say; no other does all of it at once. */
export const sample: ServiceDefinition = {
  ...homeSchooling,
  slug: 'sample',
  applicant: 'parentOrSelf16',
  selfWhen: { field: 'who.applicant', in: ['self'] },
  age: { years: 6, source: text('закон') },
  parties: { sendingSchool: 'school.leaves' },
  incomeTest: { rows: 'family.members', income: 'income' },
  steps: [
    {
      key: 'who',
      title: text('кто'),
      fields: [
        {
          key: 'applicant',
          kind: 'choice',
          label: text('кто'),
          options: [
            { value: 'parent', label: text('родитель') },
            { value: 'self', label: text('сам') },
          ],
        },
      ],
    },
    { ...parentStep, showWhen: { field: 'who.applicant', in: ['parent'] } },
    { ...childStep, showWhen: { field: 'who.applicant', in: ['parent'] } },
    { ...selfStep, showWhen: { field: 'who.applicant', in: ['self'] } },
    {
      key: 'school',
      title: text('школа'),
      fields: [
        { key: 'organisation', kind: 'organisation', label: text('школа') },
        { key: 'leaves', kind: 'organisation', label: text('прежняя школа') },
        { key: 'grade', kind: 'text', label: text('класс') },
        { key: 'from', kind: 'date', label: text('с') },
        { key: 'to', kind: 'date', label: text('по'), notBefore: 'from' },
        { key: 'lowIncome', kind: 'choice', label: text('доход'), options: YES_NO },
        {
          key: 'sure',
          kind: 'choice',
          label: text('точно'),
          options: YES_NO,
          showWhen: { field: 'school.lowIncome', in: ['yes'] },
        },
        {
          key: 'why',
          kind: 'text',
          label: text('почему'),
          showWhen: { field: 'school.sure', in: ['no'] },
        },
      ],
    },
    {
      key: 'family',
      title: text('семья'),
      showWhen: { field: 'school.lowIncome', in: ['yes'] },
      fields: [
        {
          key: 'members',
          kind: 'rows',
          label: text('семья'),
          rows: {
            min: 1,
            max: 3,
            add: text('добавить'),
            columns: [
              { key: 'name', kind: 'personName', label: text('имя') },
              { key: 'earns', kind: 'choice', label: text('доход есть'), options: YES_NO },
              { key: 'income', kind: 'number', label: text('доход'), min: 0, decimals: 2 },
            ],
          },
        },
      ],
    },
  ],
  documents: [
    { key: 'always', title: text('всегда'), ...FILES },
    { key: 'maybe', title: text('если есть'), requiredWhen: 'optional', ...FILES },
    {
      key: 'poor',
      title: text('справка'),
      requiredWhen: { field: 'school.lowIncome', in: ['yes'] },
      ...FILES,
    },
    {
      key: 'income',
      title: text('доход'),
      perRow: { rows: 'family.members', name: 'name', when: { column: 'earns', in: ['yes'] } },
      ...FILES,
    },
  ],
  stages: [
    {
      key: 'release',
      title: text('отпустить'),
      told: text('ждет прежнюю школу'),
      done: text('отпустила: {release.on}'),
      by: 'sendingSchool',
      fields: [{ key: 'on', kind: 'date', label: text('дата') }],
      paper: { kind: 'release', title: text('талон'), body: [text('{subject.name}: {release.on}')] },
    },
  ],
}
