/** A phone has the facts of its platform, and a personality of its platform. */
import type { ProfileComplaint } from './sources.ts'

interface Platformed {
  readonly platform: 'midp' | 'symbian' | 'windows-mobile'
  readonly personality: string
  readonly midpProfiles: readonly string[]
  readonly configurations: readonly string[]
  readonly symbian?: object | undefined
  readonly windowsMobile?: object | undefined
  readonly screen?: object | undefined
}

/** Names of personalities by their platform. */
export type PersonalityNames = Readonly<Record<Platformed['platform'], readonly string[]>>

export function complainOfPlatform(
  profile: Platformed,
  personalities: PersonalityNames,
): readonly ProfileComplaint[] {
  const { platform, personality } = profile
  const own = personalities[platform]
  return [
    ...needed(profile).map((name) => ({
      path: [name],
      message: `a phone of the platform ${platform} has ${name}`,
      hint: `Add ${name}, and its source.`,
    })),
    ...foreign(profile).map((name) => ({
      path: [name],
      message: `only another platform has ${name}`,
      hint: 'Take it out.',
    })),
    ...(own.includes(personality)
      ? []
      : [
          {
            path: ['personality'],
            message: `${personality} is no personality of ${platform}`,
            hint: `One of ${own.join(', ')}.`,
          },
        ]),
  ]
}

function needed(profile: Platformed): readonly string[] {
  switch (profile.platform) {
    case 'midp':
      return (['midpProfiles', 'configurations'] as const).filter(
        (name) => profile[name].length === 0,
      )
    case 'symbian':
      return profile.symbian === undefined ? ['symbian'] : []
    case 'windows-mobile':
      return (['windowsMobile', 'screen'] as const).filter((name) => profile[name] === undefined)
    default:
      return profile.platform satisfies never
  }
}

function foreign({ platform, symbian, windowsMobile }: Platformed): readonly string[] {
  return [
    ...(symbian !== undefined && platform !== 'symbian' ? ['symbian'] : []),
    ...(windowsMobile !== undefined && platform !== 'windows-mobile' ? ['windowsMobile'] : []),
  ]
}
