using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using DataPlatform.Engines.SparkConnect.Connections;
using Grpc.Core;

namespace DataPlatform.Engines.SparkConnect;

/// <content>Secure connections that do not come about. None is transient: the same comes of another try.</content>
internal static partial class SparkConnectErrors
{
    public static DataPlatformException CertificateRefused(ConnectionString target, SslPolicyErrors problems, X509Certificate2? certificate, X509Chain? chain)
    {
        var isForAnother = problems.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch);
        var faults = chain?.ChainStatus ?? [];
        string?[] reasons =
        [
            certificate is null ? "the server gave none" : null,
            isForAnother ? $"it is for {Names(certificate)}, not for {target.Host}" : null,
            .. faults.Select(fault => $"{fault.StatusInformation.TrimEnd('.')} ({fault.Status})"),
        ];
        var advice = isForAnother ? "Write the server's address with a name that its certificate has." :
            faults.Any(fault => fault.Status == X509ChainStatusFlags.NotTimeValid) ? "Look at the certificate's dates and at this machine's clock." :
            "Trust the authority that issued it: among the certificates of the system, or on Linux as a PEM file that SSL_CERT_FILE names when the program starts.";
        return new(
            "SPARK_CONNECT_CERTIFICATE_REFUSED",
            $"The certificate of the Spark Connect server {target} is not trusted: {string.Join(", and ", reasons.OfType<string>())}. Nothing was sent. {advice}",
            With(("server", target.ToString()), ("problems", problems.ToString())));
    }

    public static DataPlatformException TlsFailed(ConnectionString target, RpcException failure) => new(
        "SPARK_CONNECT_TLS_FAILED",
        $"No TLS connection to the Spark Connect server {target} can be made: {Detail(failure)}. Where it speaks plain text, write use_ssl=false, and a token to a loopback address only; else look at the versions of TLS that it allows.",
        With(("server", target.ToString())),
        innerException: failure);

    public static DataPlatformException TlsRequired(ConnectionString target, RpcException failure) => new(
        "SPARK_CONNECT_TLS_REQUIRED",
        $"The Spark Connect server {target} speaks TLS, and plain text was sent to it. Write {target}/;use_ssl=true",
        With(("server", target.ToString())),
        innerException: failure);

    private static string Names(X509Certificate2? certificate)
    {
        var names = certificate?.Extensions.OfType<X509SubjectAlternativeNameExtension>().FirstOrDefault();
        return names is null
            ? certificate?.Subject ?? "nobody"
            : string.Join(", ", names.EnumerateDnsNames().Concat(names.EnumerateIPAddresses().Select(address => address.ToString())));
    }
}
