import type { Application } from './data'

/** One child is registered once for a service and period, whoever applies; null while nobody is named. */
export function holdKeyOf({
  service,
  subjectKey,
  periodKey,
}: Pick<Application, 'service' | 'subjectKey' | 'periodKey'>): string | null {
  return subjectKey && `${service.slug}:${subjectKey}:${periodKey}`
}
