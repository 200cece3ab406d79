/** New communes that are called like another of the day elsewhere in the province. Pure. */
import { grouped } from '#contracts/grouped';
import { isSameName } from './same-name.ts';
import { nameOf, type ReformLine, type ReformShape, type ReformUnit } from './reform-lines.ts';

export function namesakes(
  shape: ReformShape,
  units: ReadonlyMap<string, ReformUnit>,
): { line: ReformLine; other: string }[] {
  const placeOf = ({ parentPosition, parentId, unitId }: ReformLine): string =>
    String(parentPosition ?? parentId ?? units.get(unitId ?? '')?.parentId ?? '');
  const communes = [...shape.heirs.values()].filter(({ unitKind }) => unitKind === 'commune');
  const created = communes.filter(({ kind }) => kind === 'create');
  const standing = [...units.values()].filter(
    ({ id, kind, to }) => kind === 'commune' && !to && !shape.ends(id) && !shape.keeps.has(id),
  );
  const byName = grouped(communes, (line) => nameOf(line).toLowerCase());
  return created.flatMap((line) => {
    const place = placeOf(line);
    const heir = byName
      .get(nameOf(line).toLowerCase())
      ?.find((one) => one.position < line.position && placeOf(one) !== place);
    const unit = standing.find(
      (one) => one.parentId !== place && one.type === line.type && isSameName(one, line.name ?? ''),
    );
    const other = heir ? nameOf(heir) : unit?.fullName;
    return other ? [{ line, other }] : [];
  });
}
