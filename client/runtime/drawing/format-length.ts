/** As one would say it: 4.6 cm, 37 cm, 1.24 m, 12.4 m. */
export function formatLength(mm: number, language: string): string {
  const [value, digits, unit] =
    mm < 99.5
      ? [mm / 10, 1, 'cm']
      : mm < 995
        ? [mm / 10, 0, 'cm']
        : mm < 9995
          ? [mm / 1000, 2, 'm']
          : [mm / 1000, 1, 'm']
  const format = new Intl.NumberFormat(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return `${format.format(value)} ${unit}`
}
