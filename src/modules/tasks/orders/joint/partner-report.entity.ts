import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a company says that it has done of a joint task, part by part. What counts are the team's lines. */
@Entity('partner_reports')
export class PartnerReport {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  taskId!: string;

  @Column('uuid')
  providerId!: string;

  @Column('int')
  value!: number;

  @Column('date')
  happenedOn!: string;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text', { nullable: true })
  link!: string | null;

  @Column('uuid')
  byId!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('uuid')
  commandId!: string;
}
