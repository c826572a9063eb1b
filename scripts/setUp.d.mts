export function isInstallDue(folder: string): boolean;
export function setUpAndRun(script: string): Promise<void>;
