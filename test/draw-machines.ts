/** Mermaid drawings of the statecharts. */
import { toDirectedGraph } from 'xstate/graph'
import type { AnyStateMachine } from 'xstate'
import { machines } from './machines.ts'

type Node = ReturnType<typeof toDirectedGraph>

export function drawMachines(): string {
  const drawings = machines.map(
    ({ name, machine }) => `## ${name}\n\n\`\`\`mermaid\n${draw(machine)}\n\`\`\`\n`,
  )
  return `# The machines of a handset\n\nDrawn from the code by \`npm run generate\`.\n\n${drawings.join('\n')}`
}

function draw(machine: AnyStateMachine): string {
  const root = toDirectedGraph(machine)
  return ['stateDiagram-v2', ...lines(root, '  ')].join('\n')
}

function lines(node: Node, indent: string): readonly string[] {
  const { stateNode } = node
  const initial = stateNode.initial?.target[0]
  const begin =
    initial === undefined || stateNode.type === 'parallel'
      ? []
      : [`${indent}[*] --> ${nameOf(initial.id)}`]
  const children = node.children.flatMap((child, index) => {
    const separator = stateNode.type === 'parallel' && index > 0 ? [`${indent}--`] : []
    const own =
      child.children.length === 0
        ? [`${indent}${nameOf(child.id)}: ${child.stateNode.key}`]
        : [`${indent}state ${nameOf(child.id)} {`, ...lines(child, `${indent}  `), `${indent}}`]
    const end = child.stateNode.type === 'final' ? [`${indent}${nameOf(child.id)} --> [*]`] : []
    return [...separator, ...own, ...end]
  })
  const edges = node.children.flatMap((child) =>
    child.edges.map(
      (edge) =>
        `${indent}${nameOf(edge.source.id)} --> ${nameOf(edge.target.id)}: ${labelOf(edge)}`,
    ),
  )
  const passing = node.children.flatMap(({ stateNode: child }) =>
    (child.always ?? []).flatMap(({ source, target, guard }) =>
      (target ?? []).map(
        ({ id }) => `${indent}${nameOf(source.id)} --> ${nameOf(id)}: always${conditionOf(guard)}`,
      ),
    ),
  )
  return [...begin, ...children, ...edges, ...passing]
}

function nameOf(id: string): string {
  return id.replaceAll(/[^A-Za-z0-9]/g, '_')
}

function labelOf(edge: Node['edges'][number]): string {
  const event = edge.label.text
    .replace(/^xstate\.done\.actor\..*$/, 'done')
    .replace(/^xstate\.after\.(.*?)\..*$/, 'after $1')
  return `${event === '' ? 'always' : event}${conditionOf(edge.transition.guard)}`.replaceAll(
    ':',
    ' ',
  )
}

function conditionOf(guard: unknown): string {
  const isNamed = typeof guard === 'object' && guard !== null && 'type' in guard
  return isNamed ? ` [${String(guard.type)}]` : ''
}
