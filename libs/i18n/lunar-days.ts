/**
 * The day of the Vietnamese lunar month: market days ("chợ phiên mồng 3, mồng 8") are kept by it. A month begins on the
 * day at UTC+7 in which the new moon falls. New moons after Jean Meeus, Astronomical Algorithms, chapter 49: right to
 * about a minute in this century, so that only a new moon within a minute of midnight could be a day off.
 */
import { dayNumber, type PlainDate } from './dates.ts';

const SYNODIC_MONTH = 29.530588861;
/** Julian day of 1970-01-01 00:00 UT. */
const JULIAN_EPOCH = 2440587.5;
const HANOI_DAYS = 7 / 24;
const radians = Math.PI / 180;

/** 1 to 30. */
export function lunarDayOf(date: PlainDate): number {
  const day = dayNumber(date);
  const approximate = Math.floor((day + JULIAN_EPOCH - 2451550.1) / SYNODIC_MONTH);
  const starts = [approximate + 1, approximate, approximate - 1].map(newMoonDay);
  const start = starts.find((first) => first <= day) as number;
  return day - start + 1;
}

/** Days since 1970 of the local day of the k-th new moon, counted from January 2000. */
function newMoonDay(k: number): number {
  return Math.floor(newMoonAt(k) - JULIAN_EPOCH + HANOI_DAYS);
}

/** Julian day, universal time. */
function newMoonAt(k: number): number {
  const t = k / 1236.85;
  const e = 1 - 0.002516 * t - 0.0000074 * t * t;
  const sun = (2.5534 + 29.1053567 * k - 0.0000014 * t * t) * radians;
  const moon = (201.5643 + 385.81693528 * k + 0.0107582 * t * t) * radians;
  const latitude = (160.7108 + 390.67050284 * k - 0.0016118 * t * t) * radians;
  const node = (124.7746 - 1.56375588 * k + 0.0020672 * t * t) * radians;
  const terms: readonly (readonly [number, number])[] = [
    [-0.4072, moon],
    [0.17241 * e, sun],
    [0.01608, 2 * moon],
    [0.01039, 2 * latitude],
    [0.00739 * e, moon - sun],
    [-0.00514 * e, moon + sun],
    [0.00208 * e * e, 2 * sun],
    [-0.00111, moon - 2 * latitude],
    [-0.00057, moon + 2 * latitude],
    [0.00056 * e, 2 * moon + sun],
    [-0.00042, 3 * moon],
    [0.00042 * e, sun + 2 * latitude],
    [0.00038 * e, sun - 2 * latitude],
    [-0.00024 * e, 2 * moon - sun],
    [-0.00017, node],
  ];
  const correction = terms.reduce((sum, [size, angle]) => sum + size * Math.sin(angle), 0);
  const mean = 2451550.09766 + SYNODIC_MONTH * k + 0.00015437 * t * t;
  return mean + correction - deltaT(k) / 86_400;
}

/** Seconds by which terrestrial time runs ahead of universal time in this century. */
function deltaT(k: number): number {
  const years = k / 12.3685;
  return 63.86 + 0.3345 * years + 0.0006 * years * years;
}
