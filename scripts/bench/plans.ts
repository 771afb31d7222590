import type { Sql } from '../embedded/sql'

export type Query = { text: string; params: unknown[] }

type Node = {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  Plans?: Node[]
}

/** What has a row, or several, for each application. */
const LARGE = [
  'application',
  'application_document',
  'application_party',
  'access_event',
  'document',
  'history_event',
  'paper',
  'revision',
]

/** How a query finds its rows: «Index Scan application by application_number_key», each way once. */
export type Plan = { query: string; scans: string[]; isSequential: boolean }

/** The plan of a query with the very values that it was sent with. */
export async function planOf(sql: Sql, { text, params }: Query): Promise<Plan> {
  const [row] = await sql(`EXPLAIN (FORMAT JSON) ${text}`, params)
  const [explained] = Object(row)['QUERY PLAN'] as [{ Plan: Node }]
  const scans = nodesOf(explained.Plan).filter((node) => node['Relation Name'] ?? node['Index Name'])
  return {
    query: text.replaceAll(/\s+/g, ' ').trim(),
    scans: [...new Set(scans.map(told))],
    isSequential: scans.some(
      (node) => node['Node Type'] === 'Seq Scan' && LARGE.includes(node['Relation Name'] ?? ''),
    ),
  }
}

function nodesOf(node: Node): Node[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)]
}

function told(node: Node): string {
  const index = node['Index Name']
  return [node['Node Type'], node['Relation Name'], index && `by ${index}`].filter(Boolean).join(' ')
}
