/** A short strategy of which half is still to be written. */
export const halfFinished = `# Open source strategy of Example Cooperative

## Which open source technologies matter to us

We build our products on PostgreSQL and Kubernetes. Until 2027 we will move the billing product to
OpenTelemetry, because our goal is to halve the time to find a fault; the roadmap of the platform
team names the release for each product.

## Legal

The legal department reviews every new licence within five working days and keeps the list of
approved licences.

## Questions and answers

TODO
`;

/** Markdown that is not about open source at all. */
export const recipe = `# Plum cake

Stone the plums. Stir butter and sugar until they are pale, and add the eggs one by one.
`;
