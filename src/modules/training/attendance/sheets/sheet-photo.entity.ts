import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A photo of the signed paper list. */
@Entity('sheet_photos')
export class SheetPhoto {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  sessionId!: string;

  @Column('text')
  file!: string;

  @Column('uuid')
  addedBy!: string;

  @Column('timestamptz')
  addedAt!: Date;
}
