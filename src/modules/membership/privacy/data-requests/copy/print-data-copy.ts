import { Injectable } from '@nestjs/common';
import type { PaperPurpose } from '#contracts/access/log-kinds';
import { isSeeing } from '#contracts/privacy/request-kinds';
import { renderPdf } from '#documents';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { dataRequestErrors } from '../../../membership.errors.ts';
import { ReadOwnData } from '../../own-data/read-own-data.ts';
import { PeopleQueries } from '../../../people/people/people.queries.ts';
import { RevealPhones } from '../../../people/people/reveal-phones.ts';
import { DataRequestAccess } from '../data-request-access.ts';
import { DataRequestPresenter } from '../data-request.presenter.ts';
import { copyDocument, copyName } from './copy-document.ts';

/** What somebody who asks to see it, and has no app, is given on paper. */
@Injectable()
export class PrintDataCopy {
  constructor(
    private readonly access: DataRequestAccess,
    private readonly presenter: DataRequestPresenter,
    private readonly ownData: ReadOwnData,
    private readonly people: PeopleQueries,
    private readonly phones: RevealPhones,
    private readonly clock: Clock,
  ) {}

  /**
   * In the language of the person. It is for them alone: while the case is open, by whoever may answer it, once it is sure that
   * they ask; and stands in the log before anything is read.
   * @throws dataRequest.notFound, own, notOpen, notSeeing, unverified; platform.denied
   */
  async execute(actor: Actor, id: string): Promise<{ file: Buffer; name: string }> {
    const row = await this.access.open(actor, id);
    const { personId, unitId, kind, outcome, verifiedAt } = row;
    if (personId === actor.personId) throw dataRequestErrors.own();
    if (outcome !== null) throw dataRequestErrors.notOpen();
    if (!isSeeing(kind)) throw dataRequestErrors.notSeeing();
    if (!verifiedAt) throw dataRequestErrors.unverified();
    const purpose: PaperPurpose = 'own_data';
    const { mark } = await this.phones.forList(actor, [personId], { what: 'data_request.copy', purpose, unitId });
    const [{ code, person, unit, receivedAt, holds }, tables, lang] = await Promise.all([
      this.presenter.detail(actor, row),
      this.ownData.tables(personId),
      this.people.languageOf(personId),
    ]);
    const copy = {
      kind,
      lang: lang ?? 'vi',
      name: person.fullName,
      code,
      unit: unit.fullName,
      receivedAt,
      today: this.clock.today(),
      counts: holds,
      tables,
    };
    const paper = { ...copyDocument(copy), trace: { ...mark, onPages: true } };
    return { file: await renderPdf('text-document', paper), name: copyName(copy) };
  }
}
