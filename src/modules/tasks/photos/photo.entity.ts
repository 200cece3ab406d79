import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Announced by an entry, stored when the bytes arrive. */
@Entity('photos')
export class Photo {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  entryId!: string;

  @Column('int')
  position!: number;

  /** SHA-256, hex: names the file. Null until the bytes are there. */
  @Column('text', { nullable: true })
  contentHash!: string | null;

  @Column('int', { nullable: true })
  width!: number | null;

  @Column('int', { nullable: true })
  height!: number | null;

  @Column('int', { nullable: true })
  bytes!: number | null;

  @Column('uuid')
  takenBy!: string;

  @Column('timestamptz')
  announcedAt!: Date;

  @Column('timestamptz', { nullable: true })
  storedAt!: Date | null;
}
