import type { MultiPolygon } from 'geojson';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The outline of a unit for a time, as it is drawn. What it is called and where it stands is the tree's. */
@Entity('unit_shapes')
export class UnitShape {
  /** Another outline is another row: what is told of a map can be told by its ids. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  unitId!: string;

  /** The file that it came with. */
  @Column('uuid')
  mapId!: string;

  /** PostgreSQL range text, half-open. */
  @Column('daterange')
  validity!: string;

  /** GeoJSON, longitude and latitude (WGS 84), outlines clockwise. */
  @Column('jsonb')
  geometry!: MultiPolygon;
}
