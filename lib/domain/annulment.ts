import type { Text } from './text'

/**
 * Why a head annuls what was decided. No law lists such grounds; these tell mistakes of the provider from what the
 * applicant has caused or asked for. A code never means a ground of a refusal too.
 */
export const ANNULMENT_GROUNDS: readonly { code: string; text: Text }[] = [
  {
    code: 'annul-mistake',
    text: { kk: 'Құжатта қате жіберілген', ru: 'В документе допущена ошибка' },
  },
  {
    code: 'annul-false',
    text: {
      kk: 'Құжат дұрыс емес мәліметтердің негізінде берілген',
      ru: 'Документ выдан на основании недостоверных сведений',
    },
  },
  {
    code: 'annul-over',
    text: {
      kk: 'Құжатты беруге негіз болған мән-жайлар өзгерген',
      ru: 'Обстоятельства, на основании которых выдан документ, изменились',
    },
  },
  {
    code: 'annul-asked',
    text: { kk: 'Өтініш берушінің өтініші бойынша', ru: 'По просьбе заявителя' },
  },
]

export function annulmentGround(code: string): Text | null {
  return ANNULMENT_GROUNDS.find((ground) => ground.code === code)?.text ?? null
}
