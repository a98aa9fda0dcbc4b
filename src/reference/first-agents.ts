/** Who asked for something first, by what was asked for; the path that was first asked for longest ago is forgotten. */
export interface FirstAgents {
  /** @returns the `User-Agent` of the first request, which may be this one */
  first(path: string, agent: string | undefined): string | undefined
}

const pathsMax = 10_000

export function openFirstAgents(): FirstAgents {
  const agents = new Map<string, string | undefined>()
  return {
    first: (path, agent) => {
      if (agents.has(path)) return agents.get(path)
      agents.set(path, agent)
      const [oldest] = agents.keys()
      if (agents.size > pathsMax && oldest !== undefined) agents.delete(oldest)
      return agent
    },
  }
}
