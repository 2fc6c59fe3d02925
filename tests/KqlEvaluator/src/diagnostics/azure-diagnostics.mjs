const COMMON_COLUMNS = {
  TenantId: 'string', TimeGenerated: 'datetime', ResourceId: 'string', Category: 'string', ResourceGroup: 'string', SubscriptionId: 'string',
  ResourceProvider: 'string', Resource: 'string', ResourceType: 'string', OperationName: 'string', ResultType: 'string',
  CorrelationId: 'string', ResultDescription: 'string', DurationMs: 'long', Level: 'string', SourceSystem: 'string',
  AdditionalFields: 'dynamic', Type: 'string', _ResourceId: 'string',
};

/** The table's columns. Once it has 500, a category's own columns become members of AdditionalFields. */
export const diagnosticsColumns = (overflowed) => (
  overflowed ? COMMON_COLUMNS : { ...COMMON_COLUMNS, properties_s: 'string', location_s: 'string' }
);

function partsOf(resourceId) {
  const [, , subscription, , group, , provider, type, name] = resourceId.toUpperCase().split('/');
  return { SubscriptionId: subscription, ResourceGroup: group, ResourceProvider: provider, ResourceType: type, Resource: name };
}

/** An exported row as the workspace's table has it. */
export function toDiagnosticsRow(row, overflowed) {
  const own = { properties_s: row.properties ?? '', location_s: row.location ?? '' };
  return {
    TimeGenerated: row.time,
    ResourceId: row.resourceId.toUpperCase(),
    _ResourceId: row.resourceId.toLowerCase(),
    ...partsOf(row.resourceId),
    Category: row.category,
    OperationName: row.operationName,
    Level: row.level,
    ResultType: row.resultType ?? '',
    ResultDescription: row.resultDescription ?? '',
    DurationMs: row.durationMs ?? null,
    SourceSystem: 'Azure',
    Type: 'AzureDiagnostics',
    ...(overflowed ? { AdditionalFields: own } : own),
  };
}
