import { Injectable } from '@nestjs/common';
import { type PrintedSlip, renderPdf } from '#documents';
import { dateInVietnam, fill, formatDate, formatTime } from '#i18n';
import { placeInside } from '#i18n/places';
import { slipsVi as words } from '#i18n/server/slips.vi';
import { OrganizationApi } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { qrSvg } from '#qr';
import type { SheetLooks } from '#contracts/access/inviting';
import { writeSlipCode } from '#contracts/access/slip-codes';
import { inviteErrors } from '../../membership.errors.ts';
import { CreateInvite } from '../invites/create-invite.ts';
import { titleOf } from '../../people/people/titles.ts';
import type { MemberToInvite, TeamToInvite } from './invitation.queries.ts';
import { SlipCodes } from './slip-codes.ts';
import { SlipPeople } from './slip-people.ts';
import { type SheetOf, sheetsOf } from './slip-sheets.ts';

interface Row {
  id: string;
  personId: string;
  isOfficer: boolean;
  expiresAt: Date;
}

type Slip = PrintedSlip & { personId: string; fullName: string };

/** What stands around the slips. */
interface Around {
  unit: string;
  /** Whom to call about a lost slip: the number, who answers and when, as far as the office says. */
  lost: string;
}

/** The paper of a print: what of it is still good, to be cut and handed out. Printing it again changes nothing. */
@Injectable()
export class SlipFile {
  constructor(
    private readonly database: Database,
    private readonly people: SlipPeople,
    private readonly organization: OrganizationApi,
    private readonly codes: SlipCodes,
    private readonly links: CreateInvite,
    private readonly clock: Clock,
  ) {}

  /** @throws platform.denied, invite.oneCommune, invite.nobodyToInvite */
  async execute(
    actor: Actor,
    unitId: string,
    printId: string,
    looks: SheetLooks,
  ): Promise<{ file: Buffer; name: string }> {
    const teams = await this.people.teams(actor, unitId);
    const rows = await this.open(printId);
    const mine = await this.people.reached(
      actor,
      rows.map(({ personId }) => personId),
    );
    const unit = (await this.organization.unitRef(unitId))?.fullName ?? '';
    const around = { unit, lost: lostText(await this.organization.contact(unitId)) };
    const slips = await this.slips(
      teams,
      rows.filter(({ personId }) => mine.has(personId)),
      around,
    );
    const sheets = sheetsOf(teams, slips, looks);
    if (sheets.length === 0) throw inviteErrors.nobodyToInvite();
    const file = await renderPdf('invite-slips', {
      title: words.title,
      sheets: sheets.map((sheet, i) => ({
        ...this.heads(actor, sheet, around),
        number: fill(words.sheet, { n: i + 1, of: sheets.length }),
        slips: sheet.slips.map(({ personId: _, fullName: __, ...slip }) => slip),
        ticking: sheet.ticking ?? [],
      })),
      words: {
        steps: [words.step1, words.step2, words.step3],
        orType: words.orType,
        tick: words.tick,
        tickText: words.tickText,
        cut: words.cut,
      },
    });
    return { file, name: fill(words.file, { unit }) };
  }

  private open(printId: string): Promise<Row[]> {
    return this.database.rows(
      sql`select id, person_id as "personId", kind = 'officer' as "isOfficer", expires_at as "expiresAt" from invites
        where print_id = ${printId} and used_at is null and rejected_at is null and revoked_at is null
          and expires_at > ${this.clock.now()}`,
    );
  }

  private async slips(
    teams: readonly TeamToInvite[],
    rows: readonly Row[],
    around: Around,
  ): Promise<ReadonlyMap<string, Slip>> {
    const rowOf = new Map(rows.map((row) => [row.personId, row]));
    const slips = new Map<string, Slip>();
    for (const { name, members } of teams)
      for (const member of members) {
        const row = rowOf.get(member.personId);
        if (row) slips.set(member.personId, await this.slip(row, member, name, around));
      }
    return slips;
  }

  private async slip(row: Row, member: MemberToInvite, team: string, { unit, lost }: Around): Promise<Slip> {
    const day = formatDate(dateInVietnam(row.expiresAt.getTime() - 1), 'vi');
    return {
      personId: member.personId,
      fullName: member.fullName,
      name: member.fullName,
      role: [titleOf(member.role, null), member.position].filter(Boolean).join(', '),
      place: fill(words.place, { team, commune: placeInside(unit) }),
      qr: qrSvg(this.links.linkOf(await this.codes.long(row.id), row.isOfficer), { border: 0 }),
      code: writeSlipCode(await this.codes.short(row.id)),
      once: fill(words.once, { day }),
      lost,
    };
  }

  private heads(actor: Actor, { team }: SheetOf<Slip>, { unit }: Around) {
    const now = this.clock.now().getTime();
    const printed = {
      office: `UBND ${placeInside(unit)}`,
      time: formatTime(now),
      date: formatDate(dateInVietnam(now), 'vi', { withYear: true }),
      by: actor.fullName,
    };
    return {
      heading: team ? fill(words.titleOf, { team: `Tổ công nghệ số cộng đồng ${team.name}` }) : words.title,
      sub: team?.leader ? fill(words.subOf, { ...printed, leader: team.leader }) : fill(words.sub, printed),
    };
  }
}

function lostText(office: Awaited<ReturnType<OrganizationApi['contact']>>): string {
  if (!office?.phone) return words.lostPlain;
  const said = [office.holder, office.hours].filter(Boolean).join(', ');
  return fill(words.lost, { phone: office.phone }) + (said ? ` (${said})` : '');
}
