const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Whether a text is a day of the calendar, such as `2027-06-30`.
 * @param text as written
 */
export function isDay(text: string): boolean {
  const [, year = '', month = '', day = ''] = DAY.exec(text) ?? [];
  return year !== '' && Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month));
}

function daysIn(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/**
 * The same day a year later; the last of February stays the last.
 * @param day such as `2026-11-24`
 */
export function yearLater(day: string): string {
  const later = `${String(Number(day.slice(0, 4)) + 1).padStart(4, '0')}${day.slice(4)}`;
  return isDay(later) ? later : later.replace(/29$/, '28');
}

/**
 * The day that someone wrote in another order or with other marks: 30.06.2027, 2027/6/30.
 * @param text as written
 * @returns undefined where it is no day, or could be two
 */
export function dayIn(text: string): string | undefined {
  const numbers = text.match(/\d+/g) ?? [];
  const [first = '', second = '', third = ''] = numbers;
  if (numbers.length !== 3) return undefined;
  const isYearFirst = first.length === 4;
  const [year, day] = isYearFirst ? [first, third] : [third, first];
  // 03/04/2027 is March or April, as the reader's country has it; 3.4.2027 is the third of April.
  const isAmbiguous = !isYearFirst && !text.includes('.') && Number(first) <= 12;
  const found = `${year}-${second.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return !isAmbiguous && isDay(found) ? found : undefined;
}
