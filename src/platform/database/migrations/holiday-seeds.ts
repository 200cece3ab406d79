/**
 * Public holidays of 2022 to 2031, as first shipped. Tết and Giỗ Tổ follow the Vietnamese lunar calendar (UTC+7; the Chinese
 * one is a day off in 2027). The government fixes each year on which days Tết's five days and the second day of 2 September
 * fall, and which Saturdays are worked in exchange: an administrator records those. 24 November is not among them: when this
 * was written the law that would make it a holiday was not in force.
 */
const lunar: Record<number, { tet: string; ancestors: string }> = {
  2022: { tet: '2022-02-01', ancestors: '2022-04-10' },
  2023: { tet: '2023-01-22', ancestors: '2023-04-29' },
  2024: { tet: '2024-02-10', ancestors: '2024-04-18' },
  2025: { tet: '2025-01-29', ancestors: '2025-04-07' },
  2026: { tet: '2026-02-17', ancestors: '2026-04-26' },
  2027: { tet: '2027-02-06', ancestors: '2027-04-16' },
  2028: { tet: '2028-01-26', ancestors: '2028-04-04' },
  2029: { tet: '2029-02-13', ancestors: '2029-04-23' },
  2030: { tet: '2030-02-02', ancestors: '2030-04-12' },
  2031: { tet: '2031-01-23', ancestors: '2031-04-01' },
};
/** From the eve to the fourth day. */
const tetDays = [-1, 0, 1, 2, 3];

export function holidaySeeds(): { day: string; name: string }[] {
  return Object.entries(lunar).flatMap(([year, { tet, ancestors }]) => [
    { day: `${year}-01-01`, name: 'Tết Dương lịch' },
    ...tetDays.map((days) => ({ day: later(tet, days), name: 'Tết Nguyên đán' })),
    { day: ancestors, name: 'Giỗ Tổ Hùng Vương' },
    { day: `${year}-04-30`, name: 'Ngày Chiến thắng' },
    { day: `${year}-05-01`, name: 'Ngày Quốc tế Lao động' },
    { day: `${year}-09-02`, name: 'Quốc khánh' },
  ]);
}

function later(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
