import { Injectable } from '@nestjs/common';
import { requestCode } from '#contracts/privacy/request-kinds';
import { Database, sql } from '#platform/database';
import type { DataRequest } from './data-request.entity.ts';
import { ErasingSeconds } from './erasing/erasing-seconds.ts';

/** What is told of a request: neither a name nor a word of it. */
export interface DataRequestInfo
  extends Pick<
    DataRequest,
    'id' | 'unitId' | 'personId' | 'kind' | 'dueOn' | 'ownerId' | 'outcome' | 'stops' | 'eraseOn'
  > {
  /** "YC-0031" */
  code: string;
}

/** What other modules may ask of requests about data. */
@Injectable()
export class DataRequestsApi {
  constructor(
    private readonly database: Database,
    private readonly erasing: ErasingSeconds,
  ) {}

  async info(id: string): Promise<DataRequestInfo | undefined> {
    const row = await this.database.one<DataRequestInfo & Pick<DataRequest, 'no'>>(
      sql`select id, unit_id as "unitId", no, person_id as "personId", kind, due_on::text as "dueOn", owner_id as "ownerId", outcome, stops,
          erase_on::text as "eraseOn"
        from data_requests where id = ${id}`,
    );
    return row && { ...row, code: requestCode(row.no) };
  }

  /** Who could say as the second that the person is erased; nobody where it is not asked for. */
  async seconds(id: string): Promise<string[]> {
    const row = await this.database.one<Pick<DataRequest, 'unitId' | 'personId' | 'eraseAskedBy'>>(
      sql`select unit_id as "unitId", person_id as "personId", erase_asked_by as "eraseAskedBy" from data_requests
        where id = ${id} and outcome is null`,
    );
    return row?.eraseAskedBy ? this.erasing.of(row, row.eraseAskedBy) : [];
  }
}
