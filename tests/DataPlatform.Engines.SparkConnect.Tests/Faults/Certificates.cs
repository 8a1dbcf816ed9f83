using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DataPlatform.Engines.SparkConnect.Tests.Faults;

/// <summary>An authority as a company has one, and the certificates that it issues.</summary>
internal sealed class Certificates : IDisposable
{
    private static readonly DateTimeOffset Begin = DateTimeOffset.UtcNow.AddDays(-2);

    private static readonly DateTimeOffset End = DateTimeOffset.UtcNow.AddDays(2);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public Certificates()
    {
        var request = new CertificateRequest("CN=Authority of a test", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        Authority = request.CreateSelfSigned(Begin, End);
    }

    public X509Certificate2 Authority { get; }

    /// <summary>A certificate of a server on this machine.</summary>
    /// <param name="end">Until when it is valid; null: long enough.</param>
    public X509Certificate2 Local(DateTimeOffset? end = null)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        return Issue(names, end);
    }

    public X509Certificate2 For(string host)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        return Issue(names, null);
    }

    public void Dispose()
    {
        Authority.Dispose();
        _key.Dispose();
    }

    private X509Certificate2 Issue(SubjectAlternativeNameBuilder names, DateTimeOffset? end)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Server of a test", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(Authority, Begin, end ?? End.AddDays(-1), RandomNumberGenerator.GetBytes(8));
        return certificate.CopyWithPrivateKey(key);
    }
}
