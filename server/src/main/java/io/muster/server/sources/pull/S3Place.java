package io.muster.server.sources.pull;

import io.muster.server.platform.net.OutgoingAddresses;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Object;

/// The objects of a bucket, on S3 or a server that speaks as it does.
final class S3Place implements OpenPlace {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final int NOT_FOUND = 404;
    private static final int PRECONDITION_FAILED = 412;

    /// A storage must not lead us on for ever.
    private static final int MOST_PAGES = 1_000;

    private final SdkHttpClient http;
    private final S3Client s3;
    private final PullPlace.S3 place;

    private S3Place(SdkHttpClient http, S3Client s3, PullPlace.S3 place) {
        this.http = http;
        this.s3 = s3;
        this.place = place;
    }

    static S3Place open(OutgoingAddresses addresses, PullPlace.S3 place, PullSecrets secrets)
            throws PullFailedException {
        String endpoint = place.endpoint();
        if (endpoint != null) {
            refuseOpenLine(addresses, URI.create(endpoint));
        }
        SdkHttpClient http =
                Apache5HttpClient.builder()
                        .dnsResolver(new JudgedAddresses(addresses))
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENCE)
                        .proxyConfiguration(
                                ProxyConfiguration.builder()
                                        .useSystemPropertyValues(false)
                                        .useEnvironmentVariableValues(false)
                                        .build())
                        .build();
        S3ClientBuilder s3 =
                S3Client.builder()
                        .httpClient(http)
                        .region(Region.of(place.region()))
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(
                                                String.valueOf(secrets.accessKey()),
                                                String.valueOf(secrets.secretKey()))));
        if (endpoint != null) {
            s3.endpointOverride(URI.create(endpoint)).forcePathStyle(true);
        }
        return new S3Place(http, s3.build(), place);
    }

    /// Looks each name up once for each connection, and connects to what it has judged.
    private record JudgedAddresses(OutgoingAddresses addresses) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return addresses.resolve(host).toArray(InetAddress[]::new);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    private static void refuseOpenLine(OutgoingAddresses addresses, URI endpoint)
            throws PullFailedException {
        try {
            addresses.resolve(endpoint);
        } catch (UnknownHostException e) {
            throw new PullFailedException(Places.unreachable(e), e);
        }
    }

    @Override
    public List<RemoteFile> list(Predicate<String> wanted) throws PullFailedException {
        List<RemoteFile> found = new ArrayList<>();
        int pages = 0;
        try {
            for (var page :
                    s3.listObjectsV2Paginator(request ->
                            request.bucket(place.bucket()).prefix(place.prefix()).delimiter("/"))) {
                page.contents().forEach(object -> file(object, wanted).ifPresent(found::add));
                if (found.size() > MOST_FILES) {
                    return found.subList(0, MOST_FILES + 1);
                }
                if (++pages == MOST_PAGES) {
                    throw new PullFailedException(
                            "The bucket holds too much under this prefix to look through. Choose a longer one.");
                }
            }
            return found;
        } catch (SdkException e) {
            throw failed("The bucket cannot be read", e);
        }
    }

    /// Empty when it is not wanted, or when the storage does not say what it is.
    private Optional<RemoteFile> file(S3Object object, Predicate<String> wanted) {
        String key = object.key();
        Long size = object.size();
        if (key == null
                || !key.startsWith(place.prefix())
                || size == null
                || size < 0
                || object.eTag() == null
                || object.lastModified() == null) {
            return Optional.empty();
        }
        String name = key.substring(place.prefix().length());
        return name.isEmpty() || !wanted.test(name)
                ? Optional.empty()
                : Optional.of(new RemoteFile(name, size, object.eTag(), object.lastModified()));
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public InputStream read(RemoteFile file) throws PullFailedException, NoSuchFileException {
        try {
            return s3.getObject(request ->
                    request.bucket(place.bucket()).key(key(file.name())).ifMatch(file.version()));
        } catch (SdkException e) {
            if (isChanged(e)) {
                throw new NoSuchFileException(file.name());
            }
            throw failed("“%s” cannot be read".formatted(file.name()), e);
        }
    }

    @Override
    public boolean isStill(RemoteFile file) throws PullFailedException {
        try {
            return file.version()
                    .equals(
                            s3.headObject(request ->
                                            request.bucket(place.bucket()).key(key(file.name())))
                                    .eTag());
        } catch (SdkException e) {
            if (isChanged(e)) {
                return false;
            }
            throw failed("“%s” cannot be looked at".formatted(file.name()), e);
        }
    }

    @Override
    public boolean isThere() {
        try {
            s3.headBucket(request -> request.bucket(place.bucket()));
            return true;
        } catch (SdkException | IllegalStateException e) {
            return false;
        }
    }

    /// What is put there while it is copied stays: copying takes the object that was read or none,
    /// and it is only removed while it is that one.
    @Override
    public void rename(RemoteFile file, String path) throws PullFailedException {
        try {
            s3.copyObject(request ->
                    request.sourceBucket(place.bucket())
                            .sourceKey(key(file.name()))
                            .copySourceIfMatch(file.version())
                            .destinationBucket(place.bucket())
                            .destinationKey(key(path)));
            if (isStill(file)) {
                s3.deleteObject(request -> request.bucket(place.bucket()).key(key(file.name())));
            }
        } catch (SdkException e) {
            if (!isChanged(e)) {
                throw failed("“%s” cannot be moved away".formatted(file.name()), e);
            }
        }
    }

    /// Whether the storage says that the object is another one by now, or none.
    private static boolean isChanged(SdkException e) {
        return e instanceof AwsServiceException answer
                && (answer.statusCode() == PRECONDITION_FAILED
                        || answer.statusCode() == NOT_FOUND
                                && !(answer instanceof NoSuchBucketException));
    }

    private String key(String name) {
        return place.prefix() + name;
    }

    private static PullFailedException failed(String what, SdkException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException unknown) {
                return new PullFailedException(Places.unreachable(unknown), e);
            }
        }
        return new PullFailedException(
                e instanceof AwsServiceException answer
                        ? "%s: the storage answers %d %s. Check bucket, region and keys."
                                .formatted(
                                        what,
                                        answer.statusCode(),
                                        answer.awsErrorDetails() == null
                                                ? ""
                                                : answer.awsErrorDetails().errorCode())
                        : what + ": the storage does not answer. Check the address.",
                e);
    }

    @Override
    public void close() {
        try (http;
                s3) {
            // Closing is all there is to do.
        }
    }
}
