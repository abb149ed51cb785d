/**
 * What keeps the lab from running: a program that is not there, or a mistake in what it is told. One
 * sentence.
 */
export class LabError extends Error {}
