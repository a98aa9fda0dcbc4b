/** A word behind a command that is none of its own commands. */
import type { Command } from 'commander'
import { didYouMean } from '../did-you-mean.ts'
import { UsageError } from '../errors.ts'

/** @param nothing what to say where there is no word at all */
export function refuseAct(command: Command, code: string, nothing: string): never {
  const acts = command.commands.map((one) => one.name())
  const [word] = command.args
  const path = `ota ${command.name()}`
  throw new UsageError(code, word === undefined ? nothing : `\`${path}\` cannot "${word}"`, {
    hint: didYouMean(word ?? '', acts) ?? `It may be ${acts.join(', ')}.`,
  })
}
