namespace IoTHubDisconnect.Generate.Help;

/// <summary>Types as people write them.</summary>
internal static class TypeName
{
    public static string Of(Type type)
    {
        if (type.GetElementType() is { } element)
            return Of(element) + "[]";
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Of(value);
        if (type.IsGenericType)
            return Of(type.GetGenericArguments()[0]) + "[]";
        return Type.GetTypeCode(type) switch
        {
            _ when type.IsEnum => type.Name,
            TypeCode.String => "string",
            TypeCode.Int32 => "int",
            TypeCode.Int64 => "long",
            TypeCode.Boolean => "bool",
            TypeCode.Double => "double",
            _ => type.Name,
        };
    }
}
