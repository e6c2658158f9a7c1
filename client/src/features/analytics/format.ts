import { type Day, dayAsUtc } from "./days";

/** A count in full, in the person's language: 1,234,567. */
export function exactCount(count: number): string {
	return new Intl.NumberFormat().format(count);
}

/** A count for tiles and axes: whole up to 99,999, then short (123K); the exact one belongs beside it. */
export function shortCount(count: number): string {
	return count <= 99_999
		? exactCount(count)
		: new Intl.NumberFormat(undefined, {
				notation: "compact",
				maximumFractionDigits: 1,
			}).format(count);
}

const asPlainDate = {
	timeZone: "UTC",
	day: "numeric",
	month: "short",
} as const;

/** A day for axes: 25 Oct. */
export function shortDay(day: Day): string {
	return new Intl.DateTimeFormat(undefined, asPlainDate).format(dayAsUtc(day));
}

/** A day in full, with its weekday: Wed, 25 Nov 2026. */
export function fullDay(day: Day): string {
	const options = {
		...asPlainDate,
		year: "numeric",
		weekday: "short",
	} as const;
	return new Intl.DateTimeFormat(undefined, options).format(dayAsUtc(day));
}

/** Two days as a range, the year named once when it is the same: 25 Oct - 21 Nov 2026. */
export function dayRange(from: Day, to: Day): string {
	const options = { ...asPlainDate, year: "numeric" } as const;
	return new Intl.DateTimeFormat(undefined, options).formatRange(
		dayAsUtc(from),
		dayAsUtc(to),
	);
}
