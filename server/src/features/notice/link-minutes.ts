/** How long a mailed link is good, from the moment at which its mail is sent. */
export const LINK_MINUTES = 30;
