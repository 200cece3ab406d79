import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The file as it came, until its import is confirmed, discarded or seven days old. Only who sent it gets it back. */
@Entity('roster_import_files')
export class RosterFile {
  @PrimaryColumn('uuid')
  importId!: string;

  @Column('bytea')
  content!: Buffer;
}
