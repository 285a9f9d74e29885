// The slider of a learning rate: 0, and then by powers of ten from 0.001 to 1,000.

const [LOWEST, PER_DECADE, DECADES] = [-3, 10, 6];

export const LAST_NOTCH = PER_DECADE * DECADES + 1;

/** The rate at a notch of the slider, in two digits. @param {number} notch */
export const rateAt = (notch) => (notch <= 0 ? 0 : Number((10 ** (LOWEST + (notch - 1) / PER_DECADE)).toPrecision(2)));

/** The notch nearest to a rate. @param {number} rate */
export const notchOf = (rate) => (rate < 10 ** LOWEST / 2 ? 0 : Math.min(LAST_NOTCH, Math.max(1, Math.round((Math.log10(rate) - LOWEST) * PER_DECADE) + 1)));
