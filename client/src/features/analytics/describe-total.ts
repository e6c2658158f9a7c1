import { type Metric, metrics } from "./metrics";
import { type MissingReason, missingWords } from "./missing-reasons";
import type { ChartPoint } from "./to-chart-points";

export interface SeriesTotal {
	readonly metric: Metric;
	/** The server's total; null where it has no meaning or is not known. Never computed here. */
	readonly total: number | null;
	readonly missingReason: MissingReason | null;
}

/** What stands for a whole range: a number, or words and the answer to "why?". */
export type TotalWords =
	| { readonly kind: "known"; readonly total: number }
	| { readonly kind: "not-added-up" | "not-known"; readonly why: string };

/** Puts the server's total into words. A missing total is never 0 and never a sum made here. */
export function describeTotal(
	series: SeriesTotal,
	points: readonly ChartPoint[],
): TotalWords {
	if (series.total !== null) return { kind: "known", total: series.total };
	const { label, counts } = metrics[series.metric];
	const complete = points.filter((point) => !point.stillFilling);
	const gaps = complete.filter((point) => point.value === null).length;
	if (gaps === complete.length)
		return {
			kind: "not-known",
			why: `${capital(missingWords(series.missingReason))}.`,
		};
	if (counts === "accounts") {
		return {
			kind: "not-added-up",
			why: `${label} counts people, so days cannot be added up: someone who came on two days would count twice. Choose a day in the chart or the table.`,
		};
	}
	return {
		kind: "not-known",
		why: `${gaps} of ${complete.length} days ${gaps === 1 ? "is" : "are"} not known (${missingWords(series.missingReason)}), so there is no total.`,
	};
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
