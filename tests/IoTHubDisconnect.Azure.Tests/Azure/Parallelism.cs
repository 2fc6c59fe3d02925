// Managed identities and Azure CLI are found by the environment of the process, which all tests share.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
