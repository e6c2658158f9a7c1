import { exactCount, fullDay } from "./format";
import { type Metric, metrics } from "./metrics";
import { type MissingReason, missingWords } from "./missing-reasons";
import type { ChartPoint } from "./to-chart-points";

interface Described {
	readonly metric: Metric;
	readonly missingReason: MissingReason | null;
}

/** The one sentence under a chart's heading. It speaks of complete days only, and counts the gaps. */
export function describeSeries(
	{ metric, missingReason }: Described,
	points: readonly ChartPoint[],
): string {
	const complete = points.filter((point) => !point.stillFilling);
	const known = complete.flatMap(({ day, value }) =>
		value === null ? [] : [{ day, value }],
	);
	const { label } = metrics[metric];
	const [first] = known;
	if (first === undefined)
		return `${label} is not known on any of these days: ${missingWords(missingReason)}.`;
	const gaps = gapWords(complete.length - known.length);
	if (known.length === 1) {
		return `${label} was ${exactCount(first.value)} on ${fullDay(first.day)}${gaps}.`;
	}
	const low = Math.min(...known.map(({ value }) => value));
	const high = Math.max(...known.map(({ value }) => value));
	const rate = metrics[metric].counts === "stock" ? "" : " a day";
	const span =
		low === high
			? `stayed at ${exactCount(low)}${rate}`
			: `ran between ${exactCount(low)} and ${exactCount(high)}${rate}`;
	return `${label} ${span}${gaps}.`;
}

function gapWords(count: number): string {
	if (count === 0) return "";
	return count === 1 ? "; 1 day is not known" : `; ${count} days are not known`;
}
