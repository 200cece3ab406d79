import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PartId } from '#contracts/system/parts';

/** What a part measured in those five minutes, the worst of all processes. */
@Entity('system_samples')
export class SystemSample {
  @PrimaryColumn('text')
  part!: PartId;

  @PrimaryColumn('timestamptz')
  at!: Date;

  @Column('double precision')
  value!: number;
}
