import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { type Choice, type Finding, findingRules } from '../roster/findings.ts';
import { rosterErrors } from './roster.errors.ts';
import { RosterReadings } from './files/roster-readings.ts';
import { StagedRosters } from './staged-rosters.ts';
import { withoutControls } from './files/storable-workbook.ts';

/** So often others may choose in between. */
const TRIES = 5;

type Wanted = RouteBody<typeof routes.chooseInRoster>['choices'][number];

/** The officer's answers to findings. An answer without a choice takes the earlier one back. */
@Injectable()
export class ChooseInRoster {
  constructor(
    private readonly database: Database,
    private readonly staged: StagedRosters,
    private readonly readings: RosterReadings,
  ) {}

  /** @throws roster.alreadyConfirmed, roster.unknownFinding, roster.valueMissing, roster.changedMeanwhile, 429 file.busy */
  async execute(actor: Actor, importId: string, wanted: readonly Wanted[]): Promise<void> {
    const asked = await this.staged.require(actor, importId);
    const facts = await this.staged.facts(asked.unitId);
    // The file is read for the choices outside of any transaction; whoever chose meanwhile comes first.
    for (let row = asked, tries = 0; tries < TRIES; row = await this.staged.require(actor, importId), tries++) {
      if (row.status !== 'staged') throw rosterErrors.alreadyConfirmed();
      const current = await this.staged.current(row, facts);
      const { findings, roster } = await this.staged.read(this.database.manager, current, facts);
      const keys = new Keys(findings, roster.tables[0]?.sheet ?? current.workbook.sheets[0]?.name ?? '');
      const choices: Record<string, Choice> = { ...current.choices };
      wanted.forEach((one, i) => {
        const key = keys.of(one, i);
        if (one.choice === null) delete choices[key];
        else choices[key] = choiceOf(one, i);
      });
      if (await this.readings.replace(current, { ...current, choices }, facts.options)) return;
    }
    throw rosterErrors.changedMeanwhile();
  }
}

/** Finding keys for cells as screens name them: 'F12' with or without its sheet, or 'Sheet1!F12'. */
class Keys {
  private readonly sheets = new Map<string, string>();

  constructor(
    findings: readonly Finding[],
    private readonly firstSheet: string,
  ) {
    for (const { cell, code, sheet } of findings)
      if (!this.sheets.has(`${cell}#${code}`)) this.sheets.set(`${cell}#${code}`, sheet);
  }

  of({ cell, code, sheet }: Wanted, i: number): string {
    const at = cell.lastIndexOf('!');
    const ref = cell.slice(at + 1);
    if (!(code in findingRules) || !/^[A-Z]{1,3}[1-9]\d{0,6}(?:\.[1-9]\d{0,2})?$/.test(ref))
      throw rosterErrors.unknownFinding({ path: `choices.${i}.cell`, cell: ref });
    return `${at >= 0 ? cell.slice(0, at) : (sheet ?? this.sheets.get(`${ref}#${code}`) ?? this.firstSheet)}!${ref}#${code}`;
  }
}

function choiceOf({ choice, value }: Wanted, i: number): Choice {
  const text = value === undefined ? undefined : withoutControls(value);
  if (choice === 'typed') {
    if (!text?.trim()) throw rosterErrors.valueMissing({ path: `choices.${i}.value` });
    return { act: 'type', value: text };
  }
  if (choice === 'keep') return { act: 'keep', ...(text && { reason: text }) };
  return { act: choice === 'leave_out' ? 'leave_out' : 'take' };
}
