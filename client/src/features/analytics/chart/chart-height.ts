/** Height of the chart in px, kept free while its code loads. */
export const chartHeight = 280;
